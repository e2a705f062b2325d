export default function MyQualification() {
  return null
}
