// Asks a server everything that the specification of GraphQL over HTTP asks of it, with the audit of graphql-http.
// Arguments: the address of the endpoint; the token comes on standard input. One line for each audit; exit 1 if one fails.
import { readFileSync } from 'node:fs';
import { auditServer } from 'graphql-http';

const url = process.argv[2];
const token = readFileSync(0, 'utf8').trim();

const results = await auditServer({
  url,
  fetchFn: (address, init) =>
    fetch(address, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}` } }),
});

for (const { status, id, name, reason } of results) {
  console.log(`${status} ${id} ${name}${reason ? `: ${reason}` : ''}`);
}

const failed = results.filter((result) => result.status !== 'ok');
console.log(`${results.length - failed.length} of ${results.length} ok`);
process.exitCode = failed.length === 0 ? 0 : 1;
