import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Form,
  isRouteErrorResponse,
  Link,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from '@remix-run/react'
import { json } from '@remix-run/node'
import type { ReactNode } from 'react'
import { Frame, type NavItem } from './components/frame'
import { useNonce } from './components/nonce'
import type { RouteHandle } from './components/route-handle'
import { themeAttribute, themeFromCookie } from './components/theme'
import { paths } from './paths'
import { framePage, type Area } from './routes/home/frame-page.server'
import { clearFlash, readFlash } from './server/flash.server'
import { findSession } from './server/session.server'
import stylesHref from './styles/app.css?url'
import { flashText } from './text/flash.en'
import { frameText } from './text/frame.en'
import { rootText } from './text/root.en'
import { Button } from './ui/button'
import { EmptyState } from './ui/empty-state'
import { ToastProvider } from './ui/toast'
import { TooltipProvider } from './ui/tooltip'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesHref },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = ({ error }) => [
  { title: rootText.title(error ? rootText.errors[codeOf(error)].title : undefined) },
]

/** Public: what it gives depends on the session alone. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await findSession(request, context)
  const flash = leadsOn(request) ? null : readFlash(request)
  return json(
    {
      frame: session ? await framePage(session) : null,
      theme: themeFromCookie(request.headers.get('cookie')),
      flash: flash ? { ...flash, id: context.requestId } : null,
    },
    { headers: flash ? { 'Set-Cookie': clearFlash } : {} },
  )
}

/** An address that only leads to another (`paths.queueAfter`) must not use up the message: nobody sees that page. */
function leadsOn(request: Request): boolean {
  const { pathname, searchParams } = new URL(request.url)
  return pathname === paths.queue() && searchParams.has('after')
}

/** A sign-off in a grid or another filter must not reload the frame; going elsewhere and page forms do. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  formData,
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => {
  if (formData) return formData.get('stay') ? false : defaultShouldRevalidate
  const isOnlySearch = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
  return isOnlySearch ? false : defaultShouldRevalidate
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const data = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang="en" data-theme={themeAttribute(data?.theme ?? 'system')} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  const { flash } = useLoaderData<typeof loader>()
  const sentence =
    flash && Object.hasOwn(flashText, flash.code) ? flashText[flash.code]?.(flash.facts ?? {}) : undefined
  return (
    <ToastProvider messages={flash && sentence ? [{ id: flash.id, text: sentence }] : []}>
      <TooltipProvider>
        <Framed>
          <Outlet />
        </Framed>
      </TooltipProvider>
    </ToastProvider>
  )
}

/** Refusals and bugs of any page: what happened, what was kept, and a way on. The navigation stays. */
export function ErrorBoundary() {
  const error = useRouteError()
  const code = codeOf(error)
  const words = rootText.errors[code]
  return (
    <ToastProvider>
      <Framed>
        <EmptyState title={words.title} isPage>
          <p>{words.text}</p>
          <p className="mt-3">
            {code === 'signed-out' ? (
              <a href={paths.signIn()}>{rootText.toSignIn}</a>
            ) : (
              <Link to={paths.home()}>{rootText.toStart}</Link>
            )}
          </p>
        </EmptyState>
      </Framed>
    </ToastProvider>
  )
}

function codeOf(error: unknown): keyof typeof rootText.errors {
  if (!isRouteErrorResponse(error)) return 'bug'
  const code = (error.data as { code?: string } | null)?.code ?? ''
  if (code in rootText.errors) return code as keyof typeof rootText.errors
  return error.status === 403 ? 'forbidden' : error.status === 404 ? 'not-found' : 'bug'
}

function Framed({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const matches = useMatches()
  const wanted = (matches.at(-1)?.handle as RouteHandle | undefined)?.frame
  const frame = data?.frame
  const area = areaOf(useLocation().pathname)
  if (!frame || wanted === 'bare') return <main id="main">{children}</main>
  return (
    <Frame
      items={frame.areas.map((item) => navItem(item, area))}
      homeHref={paths.home()}
      slim={wanted === 'slim'}
      theme={data.theme}
      person={{
        name: frame.personName,
        detail: frame.organisationName,
        signOut: (
          <Form method="post" action={paths.signOut()}>
            <Button type="submit" size="s">
              {frameText.signOut}
            </Button>
          </Form>
        ),
      }}
      banner={frame.isSample ? <SampleBanner organisation={frame.organisationName} /> : undefined}
    >
      {children}
    </Frame>
  )
}

function SampleBanner({ organisation }: { organisation: string }) {
  return (
    <p className="flex flex-wrap gap-x-3 border-b border-line bg-canvas px-4 py-1 text-t12 text-ink-2">
      {rootText.sampleBanner(organisation)} <Link to={paths.welcome()}>{rootText.startYourOwn}</Link>
    </p>
  )
}

const areaHrefs: Record<Area, string> = {
  'my-path': paths.myPath(),
  tracker: paths.tracker(),
  queue: paths.queue(),
  programs: paths.programs(),
  people: paths.people(),
}

/** The area of an address that does not begin with the area's own; undefined where it does. */
function areaOf(pathname: string): Area | undefined {
  if (pathname.startsWith(paths.teams())) return 'people'
  return /^\/programs\/[^/]+\/tracker$/.test(pathname) ? 'tracker' : undefined
}

function navItem({ key, waiting }: { key: Area; waiting: number }, area: Area | undefined): NavItem {
  const current = area === undefined ? undefined : area === key
  return { key, icon: key, label: rootText.areas[key], href: areaHrefs[key], count: waiting, current }
}
