import { present } from "../../src/node/present/server.ts";

// The server alone in a process, so that its memory is its own. It tells its addresses, and its peak when asked.
const page = () => "<!doctype html>";
const show = await present(
  { presenter: page, remote: page, follower: page },
  { openIndex: Array.from({ length: 300 }, (_, index) => index) },
  { port: 0, lan: false, saveRehearsal: async () => {} },
);
process.send?.({ addresses: show.addresses });
process.on("message", () => {
  process.send?.({ megabytes: process.resourceUsage().maxRSS / 1024, followers: show.count("follower") });
});
