import { serveMemory } from './memory-floor.ts';
import { serveProduct } from './product.ts';
import { applicationNameOf, type Listening, type ServerSpec, type Usage } from './server-spec.ts';
import { serveStatements } from './statement-floor.ts';

// One server in a process of its own: started by start-server.ts, told what to run, ended when its parent goes.

process.once('message', async (spec) => {
  const listening: Listening = { origin: await serve(spec as ServerSpec) };
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuUs: user + system } satisfies Usage);
  });
  process.send?.(listening);
});
process.once('disconnect', () => process.exit());

function serve(spec: ServerSpec): Promise<string> {
  if (spec.kind === 'memory') return serveMemory(spec.bodies);
  const applicationName = applicationNameOf(spec) ?? '';
  return spec.kind === 'product'
    ? serveProduct({ ...spec, applicationName })
    : serveStatements({ ...spec, applicationName });
}
