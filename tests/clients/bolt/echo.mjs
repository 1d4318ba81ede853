// Sends values of every type to a server that gives them back, with Neo4j's own driver, and compares what comes back.
// Arguments: the address of the server. One line for each value that differs; exit 1 if there is one.
import { inspect, isDeepStrictEqual } from 'node:util';
import neo4j from 'neo4j-driver';

const { int, types } = neo4j;

const integers = [
  '0', '1', '-1', '-16', '-17', '127', '128', '-128', '-129', '255', '32767', '32768', '-32768', '-32769', '65536', '2147483647',
  '2147483648', '-2147483648', '-2147483649', '9007199254740993', '9223372036854775807', '-9223372036854775808',
];

const texts = ['', 'a', 'x'.repeat(15), 'x'.repeat(16), 'x'.repeat(255), 'x'.repeat(256), 'x'.repeat(65_535), 'x'.repeat(65_536)];

const values = [
  null,
  true,
  false,
  ...integers.map((text) => int(text)),
  0.1,
  1e-9,
  -0.0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.MIN_VALUE,
  Number.MAX_VALUE,
  ...texts,
  'æøå ÆØÅ "quotes" \\ \u0000 \n 😀',
  new Int8Array(0),
  new Int8Array([1, -2, 3]),
  new Int8Array(70_000).fill(7),
  [],
  [int(1), 'two', 3.5, null, [true, []]],
  Array.from({ length: 70_000 }, (_, i) => int(i)),
  {},
  { a: int(1), b: { c: [int(2), { d: null }] } },
  Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`key${i}`, int(i)])),
  new types.Date(...[2026, 2, 28].map(int)),
  new types.LocalTime(...[1, 2, 3, 4].map(int)),
  new types.Time(...[1, 2, 3, 4, 3600].map(int)),
  new types.LocalDateTime(...[2026, 1, 2, 3, 4, 5, 6].map(int)),
  new types.DateTime(...[2026, 1, 2, 3, 4, 5, 6, 7200].map(int)),
  new types.DateTime(...[2026, 7, 2, 3, 4, 5, 6, 7200].map(int), 'Europe/Copenhagen'),
  new types.Duration(...[1, 2, 3, 4].map(int)),
  new types.Point(int(7203), 1.5, -2.5),
  new types.Point(int(9157), 1.5, -2.5, 3.5),
];

const driver = neo4j.driver(process.argv[2], neo4j.auth.basic('neo4j', 'secret'));
let differing = 0;
const check = (what, sent, received) => {
  if (!isDeepStrictEqual(received, sent)) {
    differing += 1;
    console.log(`${what} differs: ${inspect(sent).slice(0, 200)} ${inspect(received).slice(0, 200)}`);
  }
};

try {
  const server = await driver.getServerInfo();
  console.log(`protocol ${server.protocolVersion}`);
  for (const [i, x] of values.entries()) {
    const { records } = await driver.executeQuery('ECHO', { x });
    check(`value ${i}`, x, records[0].get('x'));
  }

  const { records } = await driver.executeQuery('ROWS integers 2500');
  check('rows', Array.from({ length: 2500 }, (_, i) => i % 1000), records.map((record) => record.get(0).toNumber()));
  const failure = await driver.executeQuery('FAIL').catch((error) => error);
  check('failure', 'Neo.ClientError.Statement.SyntaxError', failure.code);
  check('after a failure', int(1), (await driver.executeQuery('ECHO', { x: int(1) })).records[0].get('x'));
} finally {
  await driver.close();
}

console.log(`${values.length} values, ${differing} differ`);
process.exitCode = differing === 0 ? 0 : 1;
