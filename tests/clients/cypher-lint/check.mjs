// Checks statements as Cypher 5 and as Cypher 25, with Neo4j's own parser and checks, a thread for each.
// Standard input: JSON, a list of { text, parameters: names of those that are sent with it }.
// For each finding the dialect, what is wrong and the statement; exit 1 if there is one. Warnings count: what is deprecated
// in one version is gone in the next.
import { readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const dialects = ['CYPHER 5', 'CYPHER 25'];

// What a server has without any plugin: else a function of a plugin would pass.
function builtIn(registry) {
  return Object.fromEntries(Object.entries(registry).filter(([name]) => !/^(apoc|gds|genai)\./.test(name)));
}

async function check({ dialect, statements }) {
  const { lintCypherQuery, testData } = await import('@neo4j-cypher/language-support');
  const functions = { [dialect]: builtIn(testData.mockSchema.functions[dialect]) };
  const procedures = { [dialect]: builtIn(testData.mockSchema.procedures[dialect]) };
  return statements.flatMap(({ text, parameters }) => {
    const schema = {
      defaultLanguage: dialect,
      functions,
      procedures,
      parameters: Object.fromEntries(parameters.map((name) => [name, ''])),
    };
    return lintCypherQuery(text, schema).diagnostics.map(({ message }) => `${dialect}: ${message}\n  ${text}`);
  });
}

if (isMainThread) {
  const statements = JSON.parse(readFileSync(0, 'utf8'));
  const findings = await Promise.all(
    dialects.map(
      (dialect) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(new URL(import.meta.url), { workerData: { dialect, statements } });
          worker.once('message', resolve);
          worker.once('error', reject);
        }),
    ),
  );
  findings.flat().forEach((finding) => console.log(finding));
  console.log(`${statements.length} statements, ${findings.flat().length} findings`);
  process.exitCode = findings.flat().length === 0 ? 0 : 1;
} else {
  parentPort.postMessage(await check(workerData));
}
