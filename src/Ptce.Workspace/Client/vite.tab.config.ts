import { part } from "./vite.part";

// teams-js is large and of no use outside Teams: loaded by what is shown in a tab.
export default part("tab");
