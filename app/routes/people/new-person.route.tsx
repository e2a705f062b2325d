export default function NewPerson() {
  return null
}
