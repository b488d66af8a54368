// Lints Dockerfiles (named on the command line); prints what it finds, one line each, and ends with 1 when there was anything.
import { readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';

for (const file of process.argv.slice(2)) {
  for (const { range, message } of validate(readFileSync(file, 'utf8'))) {
    console.log(`${file}:${range.start.line + 1}: ${message}`);
    process.exitCode = 1;
  }
}
