export default function ProgramTracker() {
  return null
}
