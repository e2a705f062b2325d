export default function Cell() {
  return null
}
