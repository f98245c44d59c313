import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { PATIENCE } from '../patience.ts';
import { createMailApp } from './app.ts';
import { createFaults } from './faults.ts';
import { openMailbox } from './mailbox.ts';
import { MailDoor } from './smtp.ts';

export interface MailOptions {
  /** 0 takes any free port, here and below. */
  smtpPort: number;
  /** Of the mailbox page and the control API. */
  port: number;
  host?: string;
  /** Keeps every message as an .eml file here, across restarts. Absent: in memory only. */
  dataDir?: string;
}

export interface MailSandbox {
  url: string;
  port: number;
  smtpPort: number;
  smtpUrl: string;
  close(): Promise<void>;
}

/** A mail server that delivers to nobody: SMTP on one port, a mailbox to look at on the other. */
export async function startMail({
  smtpPort,
  port,
  host = '127.0.0.1',
  dataDir,
}: MailOptions): Promise<MailSandbox> {
  const mailbox = await openMailbox(dataDir);
  const faults = createFaults();
  const door = new MailDoor(mailbox, faults);
  const smtp = door.listen(smtpPort, host);
  await once(smtp, 'listening');

  const app = createMailApp({ mailbox, faults, hangUp: () => door.hangUp() });
  const http = serve({ fetch: app.fetch, port, hostname: host, serverOptions: PATIENCE });
  await once(http, 'listening');

  return {
    url: `http://${host}:${portOf(http)}`,
    port: portOf(http),
    smtpPort: portOf(smtp),
    smtpUrl: `smtp://${host}:${portOf(smtp)}`,
    async close() {
      door.hangUp();
      if ('closeAllConnections' in http) http.closeAllConnections();
      await Promise.all([
        new Promise<void>((done) => door.close(done)),
        new Promise<void>((done) => http.close(() => done())),
      ]);
    },
  };
}

function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
