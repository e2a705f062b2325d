declare module 'virtual:remix/server-build' {
  export const routes: Record<string, unknown>
}
