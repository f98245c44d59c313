// Who may import whom: docs/decisions/0016. Run by bin/test imports.

const feature = '^src/features/([^/]+)/';
/** A view is named so, or stands in a folder that is. */
const view = '.*[/-]views?(/|\\.tsx$)';
const vendors = '^src/integrations/[^/]+/(?!port\\.ts$)|^src/jobs/(pg-boss|handlers)\\.ts$';

export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-knows-only-domain',
      comment: 'Rules and types stay pure: no database, no web, no vendor.',
      severity: 'error',
      from: { path: `${feature}([a-z-]*domain|policy|convergence)\\.ts$`, pathNot: '\\.test\\.' },
      to: { pathNot: '^src/features/[^/]+/([a-z-]*domain|policy|convergence)\\.ts$' },
    },
    {
      name: 'queries-only-speak-sql',
      severity: 'error',
      from: { path: `${feature}[a-z-]*queries\\.ts$` },
      to: { path: '^src/(web|ui|integrations|jobs|inbox)/|views|routes|commands' },
    },
    {
      name: 'views-are-pure',
      comment: 'A view gets plain props: no database, no commands, no vendors.',
      severity: 'error',
      from: { path: `^src/features${view}|^src/ui/`, pathNot: '\\.test\\.' },
      to: { path: '^src/(db|jobs|inbox|integrations)/|queries\\.ts$|commands\\.ts$|routes' },
    },
    {
      name: 'a-feature-keeps-its-queries-and-views',
      severity: 'error',
      from: { path: feature },
      to: {
        path: `${feature}[a-z-]*queries\\.ts|^src/features/([^/]+)${view}`,
        pathNot: '^src/features/$1/',
      },
    },
    {
      name: 'vendors-only-in-main',
      comment: 'Only the composition root knows which vendor stands behind a port.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|serve|people)\\.ts$|^src/integrations/|^src/jobs/' },
      to: { path: vendors },
    },
    {
      name: 'vendor-packages-in-integrations',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/integrations/' },
      to: { path: 'node_modules/(stripe|nodemailer|better-auth)/' },
    },
    {
      name: 'sandbox-and-source-meet-over-the-wire',
      severity: 'error',
      from: { path: '^(src|sandbox)/' },
      to: { path: '^(src|sandbox|test|dev)/', pathNot: '^$1/' },
    },
    { name: 'source-knows-no-demo', severity: 'error', from: { path: '^src/' }, to: { path: '^db/demo/' } },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/features/', pathNot: 'domain\\.ts$' },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
