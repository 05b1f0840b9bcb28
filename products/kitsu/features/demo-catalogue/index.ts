export { seedDemoCatalogue } from './seed-demo-catalogue.ts';
