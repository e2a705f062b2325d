export default function MyPath() {
  return null
}
