import { createServer } from 'vite';

// A process of its own: loads the application's sources (their JSX needs a compiler), starts the sites
// for pictures and says where they are in one line. Lives until it is ended or its parent is gone.

const vite = await createServer({
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
const { startStillSites } = (await vite.ssrLoadModule(
  '/test/support/still/worlds.ts',
)) as typeof import('./worlds.ts');
console.log(JSON.stringify(await startStillSites(process.env.TEST_POSTGRES ?? '')));
process.stdin.resume().on('end', () => process.exit(0));
