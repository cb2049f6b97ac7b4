// A house of one's own on a free port and fresh data: the demonstration, or one in which nobody was yet.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

async function ready(url, child, milliseconds) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`it stopped with exit code ${child.exitCode}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`it was not ready within ${milliseconds} ms`);
}

/**
 * A demo of our own on fresh data: `{ url, data, readyAfter, said(), stop() }`, `readyAfter` in milliseconds, `said()` what it
 * printed. With OLIEVLEK_TEST_URL set, the service that already runs there.
 */
export function openHouse() {
  if (process.env.OLIEVLEK_TEST_URL) {
    return { url: process.env.OLIEVLEK_TEST_URL.replace(/\/$/, ""), data: null, readyAfter: 0, said: () => "", stop: async () => {} };
  }
  return start((listen, data) => ({ words: ["demo", "--listen", listen, "--data", data] }));
}

/** A house in which nobody was yet, as an operator starts it; its letters lie in the folder `letters` of its data. */
export function openEmptyHouse() {
  return start((listen, data) => ({
    words: ["serve"],
    settings: {
      OLIEVLEK_DATABASE_URL: `sqlite://${data}/olievlek.db`,
      OLIEVLEK_LISTEN: listen,
      OLIEVLEK_BASE_URL: `http://${listen}`,
      OLIEVLEK_MAIL_DIR: `${data}/letters`,
      OLIEVLEK_MAIL_FROM: "Olievlek <olievlek@gemeente.example>",
    },
  }));
}

/** Starts the program on a free port and an empty folder; `how` says with which words and settings. */
async function start(how) {
  const binary = process.env.OLIEVLEK_TEST_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/olievlek");
  const data = await mkdtemp(join(tmpdir(), "olievlek-house-"));
  const listen = `127.0.0.1:${await freePort()}`;
  const { words, settings = {} } = how(listen, data);
  const started = Date.now();
  const child = spawn(binary, words, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...settings } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (said = (said + bytes).slice(-20_000)));
  // A test that fails before it stops the house ends all the same, and then the house ends too.
  for (const part of [child, child.stdout, child.stderr]) part.unref();
  const ended = new Promise((resolve) => child.once("close", resolve).once("error", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 30_000);
    await ended;
    clearTimeout(late);
    await rm(data, { recursive: true, force: true });
  };
  process.once("exit", () => child.kill("SIGKILL"));
  const url = `http://${listen}`;
  try {
    await ready(url, child, 90_000);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${said}`);
  }
  return { url, data, readyAfter: Date.now() - started, said: () => said, stop };
}
