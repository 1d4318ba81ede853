// Generates the client's types, compiles it strictly and runs it. Arguments: the endpoint; standard input: a token.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const token = readFileSync(0, 'utf8');

function run(...step) {
  const { status, stdout, stderr } = spawnSync(process.execPath, step, { cwd: folder, input: token, encoding: 'utf8' });
  if (status !== 0) {
    console.log(`${step.join(' ')}\n${stdout}${stderr}`);
    process.exit(1);
  }

  return stdout;
}

run('node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.yml');
run('node_modules/typescript/bin/tsc', '--project', '.');
process.stdout.write(run('build/client.js', process.argv[2]));
