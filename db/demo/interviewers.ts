/**
 * Twelve sample interviewers for development and tests. Nobody here is a real person, and none of
 * these careers happened. What they share with a real profile is the shape, and the voice.
 */
export const demoInterviewers: readonly DemoInterviewer[] = [
  {
    slug: 'camila-restrepo',
    name: 'Camila Restrepo',
    headline: 'Rails, data models, and code you can still read in a year',
    line: 'I hand you a pull request with my own worst habits in it. Be rude to it.',
    summary: 'Salesforce, and seven years of consulting.',
    bio: paragraphs(
      'I have read more code than I have written, and I have apologized for most of what I wrote. Seven years of consulting means seven years of other people’s schemas, other people’s deadlines and the commit message “temporary fix”.',
      'In a code review round I watch for the order you read in. Most people start at line one and find a typo. I want the thing that will page somebody. In data modeling I give you a business that sounds simple and a rule that is not.',
      'You may look things up. You may not tell me it is fine.',
    ),
    languages: ['Spanish', 'English'],
    timeZone: 'America/Bogota',
    rateCents: 120_00,
    currency: 'usd',
    subjects: ['Code review', 'Data modeling', 'Coding'],
    technologies: ['Ruby', 'Rails', 'PostgreSQL'],
    workHistory: [
      { company: '508.dev', title: 'Co-owner. Client work', startYear: 2023, endYear: null },
      { company: 'Salesforce', title: 'Senior engineer. Reporting', startYear: 2019, endYear: 2023 },
      { company: 'Consulting', title: 'Other people’s Rails', startYear: 2012, endYear: 2019 },
    ],
    email: 'camila-restrepo@demo.508.test',
    portrait: 'camila-restrepo.svg',
    weeklyHours: [
      { days: [1, 3, 4], from: '17:30', to: '20:30' },
      { days: [2, 5], from: '15:00', to: '20:30' },
    ],
  },
  {
    slug: 'oskar-nowak',
    name: 'Oskar Nowak',
    headline: 'The coding round, and how to stay calm in it',
    line: 'I type nothing, nod at nothing and look bored. You get used to it.',
    summary: 'Amazon. Retail, then hiring committee.',
    bio: paragraphs(
      'I have sat in the meeting where your name comes up. It takes four minutes. Nobody quotes your best line of code. They quote the moment you stopped talking.',
      'So we practice that moment. One problem, a shared editor, a clock you can see and a face that gives you nothing. After the hour I turn back into a person, and I tell you which minute I would have brought up.',
    ),
    languages: ['Polish', 'English'],
    timeZone: 'Europe/Dublin',
    rateCents: 130_00,
    currency: 'usd',
    subjects: ['Coding', 'Behavioral'],
    technologies: ['Kotlin', 'Java', 'TypeScript'],
    workHistory: [
      { company: '508.dev', title: 'Co-owner. Client work', startYear: 2022, endYear: null },
      { company: 'Amazon', title: 'Senior engineer. Hiring committee', startYear: 2018, endYear: 2022 },
      { company: 'Amazon', title: 'Engineer. Retail, checkout', startYear: 2013, endYear: 2018 },
    ],
    email: 'oskar-nowak@demo.508.test',
    portrait: 'oskar-nowak.svg',
    weeklyHours: [
      { days: [1, 2, 4], from: '18:30', to: '22:00' },
      { days: [7], from: '10:00', to: '14:00' },
    ],
  },
  {
    slug: 'mara-lindqvist',
    name: 'Mara Lindqvist',
    headline: 'Payments backends, and being paged about them',
    line: 'Every answer you give, I ask what it costs. Then I ask who gets paged.',
    summary: 'Stripe, then two startups that no longer exist.',
    bio: paragraphs(
      'I build the part of the system that moves money, so I have strong feelings about retries. Both of my startups failed. The ledgers balanced to the end, which is a strange thing to be proud of.',
      'My system design round starts with one sentence and no numbers. If you want numbers, ask. I will agree to anything you draw and then send it a duplicate, a timeout and a Friday evening.',
      'In coding rounds I take any language. I care what happens on the second call more than on the first.',
    ),
    languages: ['Swedish', 'Finnish', 'English'],
    timeZone: 'Europe/Helsinki',
    rateCents: 180_00,
    currency: 'usd',
    subjects: ['System design', 'Coding'],
    technologies: ['Go', 'PostgreSQL', 'Kafka'],
    workHistory: [
      { company: '508.dev', title: 'Co-owner. Client work', startYear: 2023, endYear: null },
      { company: 'Two startups', title: 'First engineer, twice. Both gone', startYear: 2019, endYear: 2023 },
      { company: 'Stripe', title: 'Senior engineer. Ledgers', startYear: 2014, endYear: 2019 },
    ],
    email: 'mara-lindqvist@demo.508.test',
    portrait: 'mara-lindqvist.svg',
    weeklyHours: [
      { days: [2, 3], from: '15:30', to: '19:00' },
      { days: [5], from: '12:00', to: '20:00' },
    ],
  },
  {
    slug: 'ruth-mwangi',
    name: 'Ruth Mwangi',
    headline: 'Data pipelines that are on time and right',
    line: 'I change the requirements at minute forty. So did your last company.',
    summary: 'Microsoft. Data platform, eight years.',
    bio: paragraphs(
      'I look after the tables other people trust without looking. Late is a problem. Wrong and on time is a worse one, because nobody calls.',
      'Bring me a pipeline you have built or take one of mine. We model it, we load it, and then I tell you that one source has been sending last Tuesday twice. What you reach for next is the interview.',
    ),
    languages: ['English', 'Swahili', 'Kikuyu'],
    timeZone: 'Africa/Nairobi',
    rateCents: 145_00,
    currency: 'usd',
    subjects: ['Data modeling', 'System design', 'Coding'],
    technologies: ['Python', 'SQL', 'Spark', 'Airflow'],
    workHistory: [
      { company: '508.dev', title: 'Co-owner. Client work, data', startYear: 2022, endYear: null },
      { company: 'Microsoft', title: 'Senior engineer. Data platform', startYear: 2014, endYear: 2022 },
      { company: 'A mobile carrier', title: 'Analyst. Reports by hand', startYear: 2011, endYear: 2014 },
    ],
    email: 'ruth-mwangi@demo.508.test',
    portrait: 'ruth-mwangi.svg',
    weeklyHours: [
      { days: [2, 3], from: '17:00', to: '22:30' },
      { days: [5], from: '16:00', to: '18:00' },
    ],
  },
  {
    slug: 'tomas-ferreira',
    name: 'Tomás Ferreira',
    headline: 'Reliability: what breaks, and who finds out first',
    line: 'At minute thirty I break something. You may ask me anything except where.',
    summary: 'Uber, six years on call.',
    bio: paragraphs(
      'Six years on call taught me that the graph is usually right and the explanation usually is not. I still sleep with the phone face up.',
      'My round is an incident. You get a service, a terminal and a vague complaint from someone important. I play the complaint. Say what you think, say how you would check it, and say when you were wrong. The last one is the one I write down.',
      'For infrastructure design we build the same service on paper first, and you tell me which part I am going to break.',
    ),
    languages: ['Portuguese', 'English', 'Spanish'],
    timeZone: 'America/Sao_Paulo',
    rateCents: 175_00,
    currency: 'usd',
    subjects: ['Infrastructure', 'Debugging', 'System design'],
    technologies: ['Kubernetes', 'Terraform', 'Go', 'Linux'],
    workHistory: [
      { company: '508.dev', title: 'Co-owner. Client work, operations', startYear: 2022, endYear: null },
      { company: 'Uber', title: 'Site reliability engineer', startYear: 2016, endYear: 2022 },
      { company: 'A hosting company', title: 'Night shift', startYear: 2012, endYear: 2016 },
    ],
    email: 'tomas-ferreira@demo.508.test',
    portrait: 'tomas-ferreira.svg',
    weeklyHours: [
      { days: [2, 4], from: '19:00', to: '22:00' },
      { days: [5], from: '13:00', to: '16:30' },
    ],
  },
  {
    slug: 'kenji-aoyama',
    name: 'Kenji Aoyama',
    headline: 'Distributed storage, explained without a whiteboard',
    line: 'I go quiet for two minutes on purpose. Keep talking.',
    summary: 'Rakuten, Google. Storage and search infrastructure.',
    bio: paragraphs(
      'I worked on systems where a disk failed every hour and nobody was supposed to notice. That makes you careful with the word “always”.',
      'I take away the whiteboard because most design rounds are won by a tidy drawing and lost by the sentence under it. Tell me where the data is, who is allowed to be wrong about it, and for how long. When I stop answering, I have not disconnected.',
    ),
    languages: ['Japanese', 'English'],
    timeZone: 'Asia/Tokyo',
    rateCents: 200_00,
    currency: 'usd',
    subjects: ['System design', 'Data modeling', 'Coding'],
    technologies: ['Java', 'Kotlin', 'Cassandra', 'gRPC'],
    workHistory: [
      { company: '508.dev', title: 'Co-owner. Client work', startYear: 2021, endYear: null },
      { company: 'Google', title: 'Staff engineer. Storage', startYear: 2014, endYear: 2021 },
      { company: 'Rakuten', title: 'Engineer. Search infrastructure', startYear: 2008, endYear: 2014 },
    ],
    email: 'kenji-aoyama@demo.508.test',
    portrait: 'kenji-aoyama.svg',
    weeklyHours: [
      { days: [3, 4], from: '20:00', to: '23:30' },
      { days: [6], from: '08:00', to: '11:30' },
    ],
  },
  {
    slug: 'priya-raghunathan',
    name: 'Priya Raghunathan',
    headline: 'High-volume services, and the story you tell about them',
    line: 'I ask for a story, then for the part you left out.',
    summary: 'Amazon, Salesforce. Staff engineer, orders and billing.',
    bio: paragraphs(
      'I have owned services that took more traffic in a minute than my first employer saw in a year, and I have had to explain their worst days to people who do not read code. The second skill is the one that got me promoted.',
      'In a behavioral round I ask three questions and about thirty follow-ups. “We” is a fine word until I ask which part was you. In system design I will let you scale it, and then ask what it costs in March.',
      'Tell me your target level before the call. I judge for that one and say so.',
    ),
    languages: ['English', 'Tamil', 'Hindi'],
    timeZone: 'Asia/Kolkata',
    rateCents: 165_00,
    currency: 'usd',
    subjects: ['System design', 'Behavioral', 'Coding'],
    technologies: ['Java', 'AWS', 'DynamoDB'],
    workHistory: [
      { company: '508.dev', title: 'Co-owner. Client work', startYear: 2024, endYear: null },
      { company: 'Salesforce', title: 'Staff engineer. Billing', startYear: 2019, endYear: 2024 },
      { company: 'Amazon', title: 'Senior engineer. Orders', startYear: 2012, endYear: 2019 },
    ],
    email: 'priya-raghunathan@demo.508.test',
    portrait: 'priya-raghunathan.svg',
    weeklyHours: [
      { days: [3, 5], from: '20:30', to: '23:30' },
      { days: [4], from: '18:00', to: '23:30' },
      { days: [6], from: '09:30', to: '13:00' },
    ],
  },
  {
    slug: 'jonah-pryce',
    name: 'Jonah Pryce',
    headline: 'Staff and manager loops, including the awkward parts',
    line: 'I play the report who is about to quit. I am good at it.',
    summary: 'Stripe, Google. Ran teams of four to forty.',
    bio: paragraphs(
      'I have hired people, promoted people and once closed my own team. Nobody asks about the first two in an interview.',
      'At this level you already know the answer. What fails is the length of it. We do the conversations you would rather not rehearse: the low performer who is liked, the project you should have stopped, the promotion you did not get. I interrupt, because they will.',
      'For system design I judge at staff level. That means I care who you would ask, and what you would refuse to build.',
    ),
    languages: ['English'],
    timeZone: 'America/Los_Angeles',
    rateCents: 250_00,
    currency: 'usd',
    subjects: ['Engineering management', 'Behavioral', 'System design'],
    technologies: ['Python', 'Go'],
    workHistory: [
      { company: '508.dev', title: 'Co-owner. Client work', startYear: 2024, endYear: null },
      { company: 'Stripe', title: 'Engineering manager, up to forty', startYear: 2017, endYear: 2024 },
      { company: 'Google', title: 'Engineer, then manager of four', startYear: 2009, endYear: 2017 },
    ],
    email: 'jonah-pryce@demo.508.test',
    portrait: 'jonah-pryce.svg',
    weeklyHours: [{ days: [3, 4, 5], from: '14:00', to: '16:00' }],
  },
  {
    slug: 'daniel-abramov',
    name: 'Daniel Abramov',
    headline: 'Systems programming and patient debugging',
    line: 'I never say wrong. I ask what the program would do next.',
    summary: 'Dropbox. Sync engine, file formats, lost bytes.',
    bio: paragraphs(
      'I spent nine years making two copies of a file agree. It sounds small until one of them is on a laptop with the wrong clock.',
      'In a debugging round you get a program that fails one time in twenty, and all the tools you like. Guessing is allowed if you say it is a guess. I do not hurry you and I do not rescue you. Most people find the bug. Fewer can say why the first three ideas were wrong.',
    ),
    languages: ['English', 'Russian', 'Hebrew'],
    timeZone: 'America/Denver',
    rateCents: 190_00,
    currency: 'usd',
    subjects: ['Debugging', 'Coding', 'Code review'],
    technologies: ['Rust', 'Python', 'Linux'],
    workHistory: [
      { company: '508.dev', title: 'Co-owner. Client work', startYear: 2023, endYear: null },
      { company: 'Dropbox', title: 'Senior engineer. Sync engine', startYear: 2014, endYear: 2023 },
      { company: 'A backup company', title: 'Engineer. File formats', startYear: 2010, endYear: 2014 },
    ],
    email: 'daniel-abramov@demo.508.test',
    portrait: 'daniel-abramov.svg',
    weeklyHours: [
      { days: [4], from: '06:00', to: '09:00' },
      { days: [5], from: '06:00', to: '10:30' },
    ],
  },
  {
    slug: 'adaeze-okonkwo',
    name: 'Adaeze Okonkwo',
    headline: 'Frontend that survives contact with users',
    line: 'I give you a page that works, almost. I want to watch you get suspicious.',
    summary: 'Microsoft, Dropbox. Twelve years, mostly browsers.',
    bio: paragraphs(
      'I build interfaces for people who did not ask for one. Editors, dashboards, forms that take twenty minutes to fill in. Twelve years of it, most of that reviewing other people’s code and arguing kindly about it.',
      'I have run frontend rounds from intern to staff. I will give you a working app with something wrong in it, or a blank file and a vague sentence. I care how you find out what matters more than how fast you type.',
      'Frontend with me is one component, built or repaired: state, focus, keyboard, slow networks. Coding is one problem, in the language you will use on the day. System design stays on the client: offline, sync, rendering, budgets.',
    ),
    languages: ['English', 'Igbo', 'French'],
    timeZone: 'Africa/Lagos',
    rateCents: 150_00,
    currency: 'usd',
    subjects: ['Frontend', 'Coding', 'System design'],
    technologies: ['TypeScript', 'React', 'CSS', 'Node.js', 'GraphQL', 'Playwright', 'Vite'],
    workHistory: [
      { company: '508.dev', title: 'Co-owner. Client work, design systems', startYear: 2022, endYear: null },
      { company: 'Microsoft', title: 'Senior engineer. Web editors', startYear: 2018, endYear: 2022 },
      { company: 'Dropbox', title: 'Engineer. File previews and sharing', startYear: 2015, endYear: 2018 },
      { company: 'Agency work', title: 'Lagos. Everything', startYear: 2013, endYear: 2015 },
    ],
    email: 'adaeze-okonkwo@demo.508.test',
    portrait: 'adaeze-okonkwo.svg',
    weeklyHours: [
      { days: [4], from: '20:00', to: '23:00' },
      { days: [5], from: '14:00', to: '21:00' },
      { days: [7], from: '18:00', to: '20:00' },
    ],
  },
  {
    slug: 'ines-haddad',
    name: 'Ines Haddad',
    headline: 'Mobile interviews, from layout to launch',
    line: 'I read your code on the smallest phone I own, while you watch.',
    summary: 'Uber. Rider app, iOS.',
    bio: paragraphs(
      'I shipped a screen that people look at in the rain, with one thumb, with 4% battery. I think about that person more than about the framework.',
      'You build a small feature in the hour, in Swift or Kotlin, and it has to survive a rotation, a lost connection and a phone call. I hold the phone. If it stutters, you hear about it before you see it.',
    ),
    languages: ['English', 'Arabic'],
    timeZone: 'Australia/Sydney',
    rateCents: 155_00,
    currency: 'usd',
    subjects: ['Mobile', 'Coding'],
    technologies: ['Swift', 'SwiftUI', 'Kotlin'],
    workHistory: [
      { company: '508.dev', title: 'Co-owner. Client work, mobile', startYear: 2023, endYear: null },
      { company: 'Uber', title: 'Senior engineer. Rider app, iOS', startYear: 2017, endYear: 2023 },
      {
        company: 'An app studio',
        title: 'Engineer. Forty apps, two remembered',
        startYear: 2013,
        endYear: 2017,
      },
    ],
    email: 'ines-haddad@demo.508.test',
    portrait: 'ines-haddad.svg',
    weeklyHours: [
      { days: [6], from: '07:00', to: '12:00' },
      { days: [1, 7], from: '07:30', to: '09:30' },
    ],
  },
  {
    slug: 'wei-lin-hsu',
    name: 'Wei-Lin Hsu',
    headline: 'Machine learning that has to run on a budget',
    line: 'If you say “it depends”, I ask on what until we both know.',
    summary: 'Google. Ranking, then inference.',
    bio: paragraphs(
      'The first half of my career made models better. The second half made them cheaper. The second half is harder, and the graph goes down when you succeed.',
      'My machine learning round starts with a product, never with a model. What would you measure, what would you ship first, and what would make you turn it off? We get to the network eventually. If a lookup table wins, say so.',
      'For coding I use the problems that show up next to the model: batching, caching, a loader that is too slow.',
    ),
    languages: ['Mandarin', 'Taiwanese', 'English'],
    timeZone: 'Asia/Taipei',
    rateCents: 220_00,
    currency: 'usd',
    subjects: ['Machine learning', 'Coding', 'System design'],
    technologies: ['Python', 'C++', 'PyTorch'],
    workHistory: [
      { company: '508.dev', title: 'Co-owner. Client work', startYear: 2024, endYear: null },
      { company: 'Google', title: 'Senior engineer. Inference', startYear: 2019, endYear: 2024 },
      { company: 'Google', title: 'Engineer. Ranking', startYear: 2013, endYear: 2019 },
    ],
    email: 'wei-lin-hsu@demo.508.test',
    portrait: 'wei-lin-hsu.svg',
    weeklyHours: [
      { days: [6], from: '20:00', to: '23:30' },
      { days: [7], from: '09:00', to: '12:30' },
    ],
  },
];

/** A sample profile, in the words a member would fill in. The loader turns it into rows. */
export interface DemoInterviewer {
  slug: string;
  name: string;
  /** What they are for, at most 72 characters. */
  headline: string;
  /** How they interview, in their own words, at most 120 characters. */
  line: string;
  /** Where they have worked, short enough for a list. */
  summary: string;
  /** Two or three paragraphs of plain text, separated by blank lines. */
  bio: string;
  languages: string[];
  /** IANA name. */
  timeZone: string;
  rateCents: number;
  currency: 'usd';
  subjects: string[];
  /** Most important first; a list may show only the first four. */
  technologies: string[];
  /** Newest first; `endYear: null` is now. */
  workHistory: { company: string; title: string; startYear: number; endYear: number | null }[];
  /** Always `<slug>@demo.508.test`, a domain that cannot receive mail. */
  email: string;
  /** File name in db/demo/portraits. */
  portrait: string;
  /** Open hours on the member's own clock; days are 1 = Monday to 7 = Sunday. */
  weeklyHours: { days: number[]; from: string; to: string }[];
}

function paragraphs(...text: string[]): string {
  return text.join('\n\n');
}
