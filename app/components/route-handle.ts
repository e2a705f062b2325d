/** How a route wants to be framed: `bare` without navigation, `slim` with icons only. */
export interface RouteHandle {
  readonly frame?: 'bare' | 'slim'
}
