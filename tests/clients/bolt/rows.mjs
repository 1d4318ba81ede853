// Streams rows with Neo4j's own driver and says how fast. Each row is taken as it comes and nothing of it is kept.
// Arguments: address, user, number of passes, then statements. The password comes on standard input.
// A line for each statement: the rows, then the seconds of the fastest pass.
import { readFileSync } from 'node:fs';
import neo4j from 'neo4j-driver';

const [address, user, passes, ...statements] = process.argv.slice(2);
const password = readFileSync(0, 'utf8').trim();
const driver = neo4j.driver(address, neo4j.auth.basic(user, password), { fetchSize: 1000 });

async function take(statement) {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  const begun = performance.now();
  let rows = 0;
  let sum = 0;
  await new Promise((resolve, reject) =>
    session.run(statement).subscribe({
      onNext: (record) => {
        rows += 1;
        for (let i = 0; i < record.length; i += 1) {
          sum += record.get(i) === null ? 1 : 0;
        }
      },
      onCompleted: resolve,
      onError: reject,
    }),
  );
  await session.close();
  return { rows: rows + sum, seconds: (performance.now() - begun) / 1000 };
}

try {
  for (const statement of statements) {
    let best = { rows: 0, seconds: Infinity };
    for (let pass = 0; pass < Number(passes); pass += 1) {
      const taken = await take(statement);
      best = taken.seconds < best.seconds ? taken : best;
    }

    console.log(`${best.rows} ${best.seconds}`);
  }
} finally {
  await driver.close();
}
