import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxAddresses, siteDefaults } from './environment.ts';

// The people command (src/people.ts) on the database of a running bin/dev: npm run dev:people -- COMMAND

process.chdir(join(import.meta.dirname, '..'));
if (existsSync('.env')) process.loadEnvFile('.env');
const port = Number(process.env.PORT || 5080);
for (const [name, value] of Object.entries({ ...siteDefaults(port), ...sandboxAddresses(port) })) {
  process.env[name] ||= value;
}
await import('../src/people.ts');
