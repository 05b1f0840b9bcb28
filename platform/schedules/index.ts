export { keepSchedules } from './keep-schedules.ts';
export { pauseSchedule, resumeSchedule, runScheduleNow, SCHEDULE_ACTIONS } from './manage.ts';
export { deleteOldWindows, type ScheduleState, selectSchedules as listSchedules } from './queries.ts';
export { defineSchedule, type Schedule } from './schedule.ts';
