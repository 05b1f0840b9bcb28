export { createFrontDoor, type FrontDoor, type FrontDoorOptions } from './front-door.ts';
export type { RenderPage } from './pages.ts';
