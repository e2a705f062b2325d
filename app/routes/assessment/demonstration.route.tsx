export default function Demonstration() {
  return null
}
