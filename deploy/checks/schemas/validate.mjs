// Reads rendered manifests (files named on the command line) and prints what is wrong with them, one line each. A value of the wrong
// form is found by the published schemas, a field that no schema has by the compiler of the types made from the same schemas.
// Ends with 1 when there was anything.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

const packages = {
  'external-secrets.io': '@kubernetes-models/external-secrets',
  'cert-manager.io': '@kubernetes-models/cert-manager',
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api',
  'kafka.strimzi.io': '@kubernetes-models/strimzi-kafka-operator',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
  'postgresql.cnpg.io': '@kubernetes-models/cloudnative-pg',
};
// Published nowhere as a package of schemas.
const unknown = ['k8s.keycloak.org/v2alpha1', 'barmancloud.cnpg.io/v1'];
// The package has the version before; the fields used here are the same in both.
const asWritten = { 'external-secrets.io/v1': 'external-secrets.io/v1beta1' };

const findings = [];
const program = [];
let checked = 0;

for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
    const manifest = document.toJS();
    if (manifest) {
      await check(manifest);
    }
  }
}

async function check({ apiVersion, kind, ...data }) {
  if (kind === 'Secret') {
    // Kustomize folds long values.
    Object.keys(data.data ?? {}).forEach((key) => (data.data[key] = data.data[key].replaceAll('\n', '')));
  }
  const name = `${kind} ${data.metadata?.name}`;
  if (unknown.includes(apiVersion)) {
    return;
  }
  const version = asWritten[apiVersion] ?? apiVersion;
  const path = `${packages[apiVersion.split('/')[0]] ?? 'kubernetes-models'}/${version}`;
  const model = (await import(path).catch(() => ({})))[kind];
  if (!model) {
    findings.push(`${name}: there is no ${kind} in ${apiVersion}`);
    return;
  }
  checked++;
  try {
    new model(structuredClone(data)).validate();
  } catch (refusal) {
    findings.push(`${name}: ${refusal.message}`);
  }
  const number = program.length;
  program.push(`import { ${kind} as K${number} } from '${path}'; new K${number}(${JSON.stringify(data)}); // ${name}`);
}

writeFileSync('manifests.ts', program.join('\n') + '\n');
const compiler = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022', '--pretty', 'false'];
const compiled = spawnSync('node_modules/.bin/tsc', [...compiler, 'manifests.ts'], { encoding: 'utf8' });
for (const line of compiled.stdout.split('\n')) {
  const at = /^manifests\.ts\((\d+),\d+\): error TS\d+: (.*)/.exec(line);
  if (at) {
    findings.push(`${program[at[1] - 1].split(' // ').at(-1)}: ${at[2].slice(0, 300)}`);
  } else if (line.includes('error TS')) {
    findings.push(line);
  }
}

console.log(`${checked} manifests`);
findings.forEach((finding) => console.log(finding));
process.exitCode = findings.length > 0 ? 1 : 0;
