export default function Overview() {
  return (
    <div className="page">
      <h1>AGI Strategies</h1>
    </div>
  )
}
