import { route, type RouteConfig } from '@remix-run/route-config'

/** The URL table. Every file named here ends in `.route.tsx` and is thin; `paths.ts` builds the addresses. */
export default [
  route('/', 'routes/home/home.route.tsx', { index: true }),
  route('/welcome', 'routes/welcome/welcome.route.tsx'),
  route('/sign-in', 'routes/sign-in/sign-in.route.tsx'),
  route('/sign-out', 'routes/sign-in/sign-out.route.tsx'),
  route('/invitations/:token', 'routes/sign-in/invitation.route.tsx'),

  route('/my-path', 'routes/my-path/my-path.route.tsx'),
  route('/my-path/:programId/:qualificationId', 'routes/my-path/my-qualification.route.tsx'),

  route('/queue', 'routes/assessment/queue.route.tsx', [
    route(':demonstrationId', 'routes/assessment/demonstration.route.tsx'),
  ]),

  route('/tracker', 'routes/tracker/tracker.route.tsx'),
  route('/programs/:programId/tracker', 'routes/tracker/program-tracker.route.tsx'),
  route('/programs/:programId/matrix', 'routes/tracker/matrix.route.tsx'),
  route('/programs/:programId/cells/:personId/:qualificationId', 'routes/tracker/cell.route.tsx'),

  route('/programs', 'routes/programs/programs.route.tsx'),
  route('/programs/:programId', 'routes/programs/program.route.tsx'),
  route('/programs/:programId/design/:step', 'routes/designer/design.route.tsx'),
  route('/programs/:programId/publish', 'routes/designer/publish.route.tsx'),

  route('/people', 'routes/people/people.route.tsx'),
  route('/people/new', 'routes/people/new-person.route.tsx'),
  route('/people/:personId', 'routes/people/person.route.tsx'),
  route('/teams', 'routes/people/teams.route.tsx'),
  route('/teams/:teamId', 'routes/people/team.route.tsx'),

  route('/live', 'routes/live/live.route.tsx'),
  route('*', 'routes/home/not-found.route.tsx'),
] satisfies RouteConfig
