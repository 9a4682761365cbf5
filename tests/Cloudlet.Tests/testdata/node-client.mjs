// What a program built on @kubernetes/client-node does with a cluster. Arguments: the client's directory, a namespace.
import { createRequire } from 'node:module';
import workers from 'node:worker_threads';
import zlib from 'node:zlib';
import assert from 'node:assert/strict';

// The client's HTTP library takes for granted what came with Node.js 22; nothing here needs it.
workers.markAsUncloneable ??= () => {};
Promise.withResolvers ??= function () {
    const made = {};
    made.promise = new this((resolve, reject) => Object.assign(made, { resolve, reject }));
    return made;
};
zlib.createZstdDecompress ??= () => { throw new Error('Node.js is too old for zstd.'); };

const [directory, namespace] = process.argv.slice(2);
const k8s = createRequire(directory + '/')('@kubernetes/client-node');
const config = new k8s.KubeConfig();
config.loadFromDefault();
const core = config.makeApiClient(k8s.CoreV1Api);
const apps = config.makeApiClient(k8s.AppsV1Api);
const labels = { from: 'node' };

await core.createNamespace({ body: { metadata: { name: namespace } } });

// An informer: its list, and then every change.
const seen = [];
let told = () => {};
const informer = k8s.makeInformer(
    config,
    `/api/v1/namespaces/${namespace}/configmaps`,
    () => core.listNamespacedConfigMap({ namespace }));
for (const event of ['add', 'update', 'delete']) {
    informer.on(event, (object) => {
        seen.push(`${event} ${object.metadata.name} ${object.data?.n ?? ''}`.trim());
        told();
    });
}
let stopped = false;
informer.on('error', (error) => {
    if (!stopped)
        throw error;
});
async function until(event) {
    const deadline = AbortSignal.timeout(30_000);
    while (!seen.includes(event)) {
        await new Promise((resolve, reject) => {
            told = resolve;
            deadline.addEventListener('abort', () => reject(new Error(`no "${event}" in ${JSON.stringify(seen)}`)), { once: true });
        });
    }
}

await core.createNamespacedConfigMap({ namespace, body: { metadata: { name: 'before', labels }, data: { n: '0' } } });
await informer.start();
await until('add before 0');
const created = await core.createNamespacedConfigMap({ namespace, body: { metadata: { name: 'c', labels }, data: { n: '1' } } });
await until('add c 1');

// All that writes.
created.data.n = '2';
const replaced = await core.replaceNamespacedConfigMap({ name: 'c', namespace, body: created });
assert.equal(replaced.data.n, '2');
await until('update c 2');
await assert.rejects(
    core.replaceNamespacedConfigMap({ name: 'c', namespace, body: created }),
    (error) => error.code === 409 && JSON.parse(error.body).reason === 'Conflict');
const patched = await core.patchNamespacedConfigMap(
    { name: 'c', namespace, body: { data: { n: '3' } } },
    k8s.setHeaderOptions('Content-Type', k8s.PatchStrategy.MergePatch));
assert.equal(patched.data.n, '3');
await core.patchNamespacedConfigMap(
    { name: 'c', namespace, body: [{ op: 'replace', path: '/data/n', value: '4' }] },
    k8s.setHeaderOptions('Content-Type', k8s.PatchStrategy.JsonPatch));
const applied = await core.patchNamespacedConfigMap(
    { name: 'c', namespace, fieldManager: 'node', force: true, body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { n: '5' } } },
    k8s.setHeaderOptions('Content-Type', k8s.PatchStrategy.ServerSideApply));
assert.ok(applied.metadata.managedFields.some((entry) => entry.manager === 'node' && entry.operation === 'Apply'));
await until('update c 5');

const deployment = await apps.createNamespacedDeployment({
    namespace,
    body: {
        metadata: { name: 'web' },
        spec: {
            selector: { matchLabels: labels },
            template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'registry.example/web:1' }] } },
        },
    },
});
assert.equal(deployment.spec.replicas, 1);

// A scale is read and replaced; the deployment's controller may have written in between.
async function scaleTo(replicas) {
    const scale = await apps.readNamespacedDeploymentScale({ name: 'web', namespace });
    scale.spec.replicas = replicas;
    try {
        return await apps.replaceNamespacedDeploymentScale({ name: 'web', namespace, body: scale });
    } catch (error) {
        if (error.code !== 409)
            throw error;
        return scaleTo(replicas);
    }
}
assert.equal((await scaleTo(4)).spec.replicas, 4);

// Pages, and what is not there.
const page = await core.listNamespacedConfigMap({ namespace, limit: 1, labelSelector: 'from=node' });
assert.equal(page.metadata.remainingItemCount, undefined);
const rest = await core.listNamespacedConfigMap({ namespace, limit: 10, labelSelector: 'from=node', _continue: page.metadata._continue });
assert.deepEqual([...page.items, ...rest.items].map((item) => item.metadata.name), ['before', 'c']);
await assert.rejects(core.readNamespacedConfigMap({ name: 'no', namespace }), (error) => error.code === 404);

await core.deleteNamespacedConfigMap({ name: 'c', namespace });
await until('delete c 5');
stopped = true;
informer.stop();
console.log(JSON.stringify(seen));
process.exit(0);
