/**
 * The options of the Remix plugin; `vite.config.ts` imports them.
 *
 * `v3_singleFetch` and `v3_lazyRouteDiscovery` stay off: both open a path that a single request can block
 * (app/decisions/0002-remix-flags.md).
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
}
