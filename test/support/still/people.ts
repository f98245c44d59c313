import { demoInterviewers } from '../../../db/demo/interviewers.ts';
import { insertInterviewer, type SampleProfile } from '../../../db/demo/load.ts';
import type { Db } from '../../../src/db/connect.ts';
import { at, DAY, HOUR } from './time.ts';

const PLAIN: SampleProfile = {
  ...{ slug: '', name: '', headline: 'Backend, and what it costs', line: 'Keep talking.' },
  ...{ summary: 'A bank, then a startup.', bio: 'I ask, you answer, then we talk about it.' },
  ...{ languages: ['English'], timeZone: 'Europe/Berlin', rateCents: 150_00, currency: 'usd' },
  ...{ subjects: ['Coding'], technologies: ['Go'], portrait: null },
  workHistory: [{ company: '508.dev', title: 'Co-owner', startYear: 2022, endYear: null }],
};

const SENTENCE =
  'I have read more code than I have written, and I have apologized for most of what I wrote. ';
const FORTY = Array.from({ length: 34 }, (_, index) => `Technology ${index + 1}`);

/** People whose profiles test the pages: too long, too short, too many, too dear, in other scripts. */
const ODD: readonly SampleProfile[] = [
  {
    ...{ ...PLAIN, slug: 'long-name', portrait: 'ines-haddad.svg' },
    // Sixty characters, the longest word of them 30.
    name: 'Maximiliana Wolfeschlegelsteinhausenberger-Featherstonehaugh',
    headline:
      'A headline as long as the form lets somebody write one: a hundred and twenty characters, which is two lines or three',
    line: 'A line as long as the form allows: two hundred characters of somebody who was told to keep it short and had, they felt, good reasons not to, every one of them',
  },
  {
    ...{ ...PLAIN, slug: 'one-word', name: 'Bo', headline: 'Code', line: '', summary: '', bio: 'Yes.' },
    ...{ languages: [], rateCents: 5_00, subjects: ['Coding'], technologies: [], workHistory: [] },
  },
  {
    ...{ ...PLAIN, slug: 'five-thousand', name: 'Ada Five-Thousand', rateCents: 5_000_00 },
    bio: Array.from({ length: 11 }, () => SENTENCE.repeat(5).trim())
      .join('\n\n')
      .slice(0, 5000),
    workHistory: Array.from({ length: 9 }, (_, index) => ({
      ...{
        company:
          index === 4
            ? 'A company with a name of eighty characters, as long as the form allows it to be'
            : 'Company',
      },
      ...{ title: 'Engineer of this and that', startYear: 2018 - index * 2, endYear: 2020 - index * 2 },
    })),
  },
  {
    ...{ ...PLAIN, slug: 'forty-tags', name: 'Forty Tags', technologies: FORTY },
    subjects: ['Coding', 'System design', 'Behavioral', 'Debugging', 'Code review', 'Engineering management'],
    languages: ['English', 'Spanish', 'Portuguese', 'Catalan', 'Galician', 'French', 'Italian'],
  },
  {
    ...{ ...PLAIN, slug: 'hebrew', name: 'ליאת כהן־אברהמי', headline: 'מערכות מבוזרות, ומי שמתעורר בלילה' },
    ...{ line: 'אני שותקת שתי דקות בכוונה. תמשיכו לדבר.', summary: 'בנק, ואז סטארט־אפ.' },
    ...{ bio: 'אני שואלת, אתם עונים, ואז מדברים על זה.', languages: ['Hebrew', 'English'] },
    portrait: 'ruth-mwangi.svg',
  },
  { ...PLAIN, slug: 'arabic', name: 'محمد عبد الرحمن الأنصاري', languages: ['Arabic', 'English'] },
  { ...PLAIN, slug: 'emoji', name: '😀 Noor ☃', headline: 'Frontend ☂', line: 'Show me. ☕' },
];

/** Fills an empty database with them. The first two have open times. */
export async function seedOddPeople(db: Db): Promise<void> {
  for (const [position, person] of ODD.entries()) await insertInterviewer(db, person, null, position);
  const rows = await db
    .selectFrom('interviewers')
    .select('id')
    .orderBy('publishedAt', 'desc')
    .limit(2)
    .execute();
  const slots = rows.flatMap(({ id }, index) => [
    { interviewerId: id, startsAt: at((3 + index) * HOUR - 7 * 60_000) },
    { interviewerId: id, startsAt: at(2 * DAY) },
  ]);
  await db.insertInto('openSlots').values(slots).execute();
  await connectAll(db);
}

/** Gives each a calendar that nobody asks, so that they can be booked as far as the pages know. */
async function connectAll(db: Db): Promise<void> {
  const people = await db.selectFrom('interviewers').select(['id', 'slug']).execute();
  const rows = people.map(({ id, slug }, index) => ({
    ...{ interviewerId: id, username: slug, eventTypeId: index + 1, eventTypeSlug: 'interview' },
    ...{ webhookSecretSealed: Buffer.alloc(1), verifiedAt: at(0) },
  }));
  await db.insertInto('calcomConnections').values(rows).execute();
}

/** As many interviewers as the list must bear, made of the sample ones. */
export async function seedCrowd(db: Db, size: number): Promise<void> {
  for (const [position, person] of demoInterviewers.entries())
    await insertInterviewer(db, person, null, position);
  const [people, tags] = await Promise.all([
    db.selectFrom('interviewers').selectAll().orderBy('publishedAt', 'desc').execute(),
    db.selectFrom('interviewerTags').selectAll().execute(),
  ]);
  const lastNames = people.map(({ name }) => name.split(' ').slice(1).join(' '));
  const crowd = Array.from({ length: size - people.length }, (_, index) => {
    const like = people[index % people.length];
    if (!like) throw new Error('There is nobody to be like.');
    const shift = 1 + Math.floor(index / people.length);
    const last = lastNames[(index + shift) % lastNames.length];
    return { like, name: `${like.name.split(' ')[0]} ${last} ${shift > 11 ? 'II' : ''}`.trim(), index };
  });
  const rows = crowd.map(({ like, name, index }) => {
    const { id: _, userId: __, slug: ___, createdAt: ____, updatedAt: _____, ...rest } = like;
    const rateCents = like.rateCents + (index % 9) * 5_00;
    return { ...rest, name, rateCents, slug: `crowd-${index}`, publishedAt: at(-(index + 1) * HOUR) };
  });
  const ids = await db.insertInto('interviewers').values(rows).returning('id').execute();
  const ofCrowd = crowd.flatMap(({ like }, index) =>
    tags
      .filter(({ interviewerId }) => interviewerId === like.id)
      .map((tag) => ({ ...tag, interviewerId: ids[index]?.id ?? '' })),
  );
  await db.insertInto('interviewerTags').values(ofCrowd).execute();
  const slots = ids.map(({ id }, index) => ({
    interviewerId: id,
    startsAt: at((1 + (index % 90)) * 3 * HOUR),
  }));
  await db.insertInto('openSlots').values(slots).execute();
  await connectAll(db);
}
