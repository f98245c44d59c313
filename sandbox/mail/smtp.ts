import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { SandboxFault } from './control.ts';
import type { Faults } from './faults.ts';
import type { Mailbox } from './mailbox.ts';

const maxBytes = 25 * 1024 * 1024;

/** The SMTP door: takes any sender, any recipient and any password, and does the fault in force. */
export class MailDoor extends SMTPServer {
  private readonly sockets = new Set<Socket>();
  private readonly faults: Faults;

  constructor(mailbox: Mailbox, faults: Faults) {
    /** A fault is drawn once a message, at MAIL FROM, and then holds for all of it. */
    const drawn = new WeakMap<SMTPServerSession, SandboxFault | null>();

    super({
      banner: 'sandbox, nothing leaves this machine',
      size: maxBytes,
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anyone' }),
      onMailFrom(_address, session, done) {
        drawn.set(
          session,
          faults.strike('reject-permanent', 'reject-temporary', 'slow', 'drop-after-accept'),
        );
        done();
      },
      onRcptTo(address, session, done) {
        const mode = drawn.get(session)?.mode;
        if (mode === 'reject-permanent')
          return done(refusal(550, `5.1.1 No mailbox here by the name ${address.address}`));
        if (mode === 'reject-temporary') return done(refusal(451, '4.7.1 Try again later'));
        done();
      },
      onData(stream, session, done) {
        receive(mailbox, stream, session, drawn.get(session) ?? null).then(
          () => done(),
          (error: Error) => done(error),
        );
      },
    });
    this.faults = faults;
    // A client that hangs up early is an everyday event here, and no reason to fall over.
    this.on('error', () => {});
  }

  override connect(...[socket, options]: Parameters<SMTPServer['connect']>): void {
    if (this.faults.strike('down')) {
      socket.destroy();
      return;
    }
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    super.connect(socket, options);
  }

  /** Cuts every open connection, as a crash would. */
  hangUp(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}

async function receive(
  mailbox: Mailbox,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  fault: SandboxFault | null,
): Promise<void> {
  const received = await buffer(stream);
  if (stream.sizeExceeded) throw refusal(552, `5.3.4 Message is larger than ${maxBytes} bytes`);
  if (fault?.mode !== 'drop-after-accept') {
    const { mailFrom, rcptTo } = session.envelope;
    const recipients = rcptTo.map(({ address }) => address);
    await mailbox.deliver(mailFrom ? mailFrom.address : '', recipients, received);
  }
  if (fault?.mode === 'slow') await sleep(fault.delayMs ?? 5000, undefined, { ref: false });
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
