import type { Surroundings } from "./options.js";

/** The process that a command runs in. */
export const PROCESS: Surroundings = {
  environment: process.env,
  today: new Date().toISOString().slice(0, 10),
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
};
