// An ordinary client: walks the contacts page by page and renames one of them, twice with the same version.
import { readFileSync } from 'node:fs';
import type {
  ContactPageQuery, ContactPageQueryVariables, RenameMutation, RenameMutationVariables,
} from './generated.js';

interface Answer<TData> {
  data?: TData;
  errors?: { message: string }[];
}

const [endpoint] = process.argv.slice(2);
const token = readFileSync(0, 'utf8').trim();
const documents = readFileSync(new URL('../src/people.graphql', import.meta.url), 'utf8');

async function ask<TData, TVariables>(operationName: string, variables: TVariables): Promise<TData> {
  const response = await fetch(endpoint!, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: documents, operationName, variables }),
  });
  const answer = (await response.json()) as Answer<TData>;
  if (answer.data === undefined || answer.errors !== undefined) {
    throw new Error(JSON.stringify(answer.errors));
  }

  return answer.data;
}

type Person = ContactPageQuery['contacts']['edges'][number]['node'];

async function* people(): AsyncGenerator<Person> {
  let after: string | null = null;
  do {
    const page: ContactPageQuery = await ask<ContactPageQuery, ContactPageQueryVariables>('ContactPage', { first: 4, after });
    yield* page.contacts.edges.map(edge => edge.node);
    after = page.contacts.pageInfo.hasNextPage ? page.contacts.pageInfo.endCursor ?? null : null;
  } while (after !== null);
}

const names: string[] = [];
let last: Person | undefined;
for await (const person of people()) {
  const job = person.worksAt.edges[0];
  names.push(job ? `${person.name} (${job.title ?? 'no title'}, ${job.node?.name ?? 'gone'})` : person.name);
  last = person;
}

const input = { id: last!.id, version: last!.version, name: `${last!.name} II` };
const first = await ask<RenameMutation, RenameMutationVariables>('Rename', { input });
const second = await ask<RenameMutation, RenameMutationVariables>('Rename', { input });
const error = second.updateContact.errors[0];
console.log(names.join('; '));
console.log(`${first.updateContact.contact?.name} ${first.updateContact.contact?.version}, then ${error?.code} at ${error?.path}`);
