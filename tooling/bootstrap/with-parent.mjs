// Loaded before the entry by run.mjs. When the launcher is killed without a chance to pass the signal on, end as if asked to.
import process from 'node:process';

const checkMs = 1000;
const launcher = Number(process.env.SEAWORTHY_LAUNCHER_PID);
// Children of the entry are not the launcher's.
delete process.env.SEAWORTHY_LAUNCHER_PID;

if (launcher > 0) {
  const timer = setInterval(() => {
    if (process.ppid === launcher) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, checkMs);
  timer.unref();
}
