import { startGuard } from '../guard.ts';

/** Puts process groups under guard and waits to be killed. Arguments: the bound, then three process ids. */
const [boundS, drains, goes, released] = process.argv.slice(2).map(Number);

const guard = startGuard({ drainBoundS: boundS ?? 0 });
guard.watch(drains ?? 0, 'may drain');
guard.watch(goes ?? 0, 'ends at once');
guard.watch(released ?? 0, 'ends at once');
guard.release(released ?? 0);
process.stdout.write('watching\n');
setInterval(() => undefined, 60_000);
