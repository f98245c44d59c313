import { Button, ButtonLink, IconButton } from '../../src/ui/button.tsx';
import { Dialog } from '../../src/ui/dialog.tsx';
import { ExternalLink } from '../../src/ui/external-link.tsx';
import { Icon, type IconName } from '../../src/ui/icon.tsx';
import { Logo, LoopMark } from '../../src/ui/mark.tsx';
import type { Specimen } from './specimen.tsx';

const ICONS: Record<IconName, true> = {
  ...{ arrow: true, back: true, down: true, up: true, close: true, menu: true, filter: true },
  ...{ check: true, file: true, globe: true, calendar: true, out: true, raise: true },
};

const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh, Maximiliane';

/** What one presses, and what leads on. */
export const controls: Specimen[] = [
  {
    name: 'Button',
    states: () => ({
      plain: <Button type="button">Show 7 interviewers</Button>,
      primary: (
        <Button type="button" variant="primary" icon="arrow">
          Find an interviewer
        </Button>
      ),
      'with a value': (
        <Button type="button" variant="primary" tail="$150">
          Book this time
        </Button>
      ),
      'primary, disabled': (
        <Button type="button" variant="primary" tail="$150" disabled>
          Book this time
        </Button>
      ),
      danger: (
        <Button type="button" variant="danger" tail="$0">
          Cancel the booking
        </Button>
      ),
      'plain, disabled': (
        <Button type="button" disabled>
          Nothing to save
        </Button>
      ),
      small: (
        <Button type="button" small tail="30 min">
          Take it
        </Button>
      ),
      'wide, with a long label': (
        <Button type="button" wide tail="$5,000">
          Book {LONG}
        </Button>
      ),
    }),
  },
  {
    name: 'Button link',
    states: () => ({
      plain: <ButtonLink href="#button-link">All interviewers</ButtonLink>,
      primary: (
        <ButtonLink href="#button-link" variant="primary" wide icon="arrow">
          Find an interviewer
        </ButtonLink>
      ),
      small: (
        <ButtonLink href="#button-link" small tail="12">
          Without Mobile
        </ButtonLink>
      ),
    }),
  },
  {
    name: 'Icon button',
    states: () => ({
      menu: <IconButton icon="menu" label="Menu" />,
      close: <IconButton icon="close" label="Close" />,
    }),
  },
  {
    name: 'Icons',
    states: () => ({
      'at the size of text': (
        <p class="cluster">
          {(Object.keys(ICONS) as IconName[]).map((name) => (
            <span key={name} class="cluster">
              <Icon name={name} /> {name}
            </span>
          ))}
        </p>
      ),
      large: <Icon name="calendar" large />,
    }),
  },
  {
    name: 'Links',
    states: () => ({
      'out of the site': <ExternalLink href="https://508.dev/">508.dev</ExternalLink>,
      'no address for people': <ExternalLink href="data:text/plain,no">stays text</ExternalLink>,
      textlink: (
        <a class="textlink" href="#links">
          All interviewers <Icon name="arrow" />
        </a>
      ),
    }),
  },
  { name: 'Mark', states: () => ({ logotype: <Logo />, 'loop mark': <LoopMark /> }) },
  {
    name: 'Dialog',
    states: () => ({
      open: (
        <Dialog
          id="dialog"
          labelledBy="dialog-title"
          title="Components"
          closeTo="#dialog"
          closeLabel="All interviewers"
        >
          <h3 id="dialog-title">A profile stands here</h3>
        </Dialog>
      ),
    }),
  },
];
