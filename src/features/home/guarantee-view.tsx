import { Icon } from '../../ui/icon.tsx';
import { formatPrice } from '../../ui/price.tsx';
import { urls } from '../../urls.ts';
import type { Terms } from '../booking/domain.ts';
import type { Price } from '../interviewers/domain.ts';

/** The one loud moment: a full field of signal, and a receipt that sums to zero. */
export function Guarantee({ price, terms }: { price: Price | null; terms: Terms }) {
  return (
    <section class="guarantee" id="guarantee" aria-labelledby="guarantee-title">
      <div class="frame">
        <div class="split">
          <div>
            <h2 id="guarantee-title">
              Not worth it?
              <br />
              Take it all back.
            </h2>
            <div class="guarantee__terms">
              <div>
                <h3>How much</h3>
                <p>100% of what you paid. Money, not credit.</p>
              </div>
              <div>
                <h3>How</h3>
                <p>Two presses on your booking’s page, within {terms.guaranteeDays} days of the session.</p>
              </div>
              <div>
                <h3>Who decides</h3>
                <p>You. Whether the interview and the feedback were worth it is not our call.</p>
              </div>
            </div>
            <p class="guarantee__more">
              <a class="textlink" href={urls.refunds()}>
                Read every term <Icon name="arrow" />
              </a>
            </p>
          </div>
          {price && <Receipt price={price} />}
        </div>
      </div>
    </section>
  );
}

function Receipt({ price }: { price: Price }) {
  return (
    <div class="receipt">
      <table>
        <caption>
          508.dev Interview Service
          <br />
          Sample receipt
        </caption>
        <tbody>
          <tr>
            <th scope="row">
              Interview, 60 min
              <br />
              Feedback, 30 min
            </th>
            <td>{formatPrice(price)}</td>
          </tr>
          <tr>
            <th scope="row">Worth it?</th>
            <td>No</td>
          </tr>
          <tr>
            <th scope="row">Refund</th>
            <td>−{formatPrice(price)}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">You paid</th>
            <td>{formatPrice({ ...price, cents: 0 })}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
