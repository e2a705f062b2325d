export default function Tracker() {
  return null
}
