import { Button } from '../../../ui/button.tsx';
import { ChangeDialog, ChangePage, sendsChange } from '../../../ui/change-page.tsx';
import { Consequences } from '../../../ui/consequences.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import { inWords, type PanelOwner } from '../../admin/domain.ts';

interface Props {
  owner: PanelOwner;
  going: UnderWay;
  /** "cal.com/adaeze" */
  account: string;
  byTeam: boolean;
}

/** Sessions ahead, and candidates who are booking one at this moment. */
export interface UnderWay {
  ahead: number;
  booking: number;
}

export function DisconnectPage({ shell, ...props }: Props & { shell: Shell }) {
  return <ChangePage shell={shell} person={props.owner} {...framed(props)} />;
}

export const DisconnectDialog = (props: Props) => <ChangeDialog {...framed(props)} />;

const framed = (props: Props) => ({
  title: 'Disconnect your calendar?',
  about: props.account,
  back: urls.adminCalendar(),
  backLabel: 'Back to your calendar',
  children: (
    <form class="stack" {...sendsChange(urls.adminCalendarDisconnection())}>
      <Consequences items={consequences(props)} />
      <Button variant="danger" wide icon="close">
        Disconnect
      </Button>
      <p class="small soft">You can connect the same account again at any time.</p>
    </form>
  ),
});

function consequences({ owner, going, byTeam }: Props): { who: string; what: string }[] {
  return [
    {
      who: 'Your profile',
      what:
        owner.standing === 'live'
          ? 'Stays public and says that no times can be picked. Nobody new can book you.'
          : 'Stays as it is. Nobody new can book you.',
    },
    {
      who: going.ahead === 0 ? 'Booked sessions' : `${inWords(going.ahead)} booked`,
      what:
        going.ahead === 0
          ? 'There are none ahead.'
          : 'They stand, and stay in your cal.com calendar. But we no longer hear of changes there, and what is moved or called off here you change there yourself.',
    },
    ...(going.booking === 0
      ? []
      : [
          {
            who: `${inWords(going.booking)} being booked`,
            what: 'Let go with an apology. Nobody is charged; what a bank holds is released. The request stays on cal.com: decline it there.',
          },
        ]),
    {
      who: byTeam ? 'The connection' : 'The key',
      what: byTeam
        ? 'Ends here. cal.com stops telling us of changes.'
        : 'Forgotten here at once. Delete it on cal.com too.',
    },
  ];
}
