import { pino } from 'pino';

/** The log of a development server: short lines for a person, errors with their stack. */
export const readableLog = pino(
  { level: 'info', base: null, timestamp: false },
  {
    write(line: string) {
      const { level, msg, error, ...rest } = JSON.parse(line);
      if (msg === 'request') {
        console.log(`  ${rest.status} ${rest.method} ${rest.path} ${rest.ms} ms`);
        return;
      }
      const details = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
      console.log(`  ${level >= 50 ? 'ERROR ' : ''}${msg} ${details.join(' ')}`);
      if (error) console.log(error.stack ?? error);
    },
  },
);
