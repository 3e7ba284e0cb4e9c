#!/usr/bin/env node
// The process: arguments in, exit status out.
const { existsSync, writeSync } = require('node:fs');
const { join, resolve } = require('node:path');

const [major, minor] = process.versions.node.split('.').map(Number);
const program = join(__dirname, '..', 'dist', 'main.cjs');

/** @param {string} sentence */
function refuse(sentence) {
  writeSync(2, `istio-roadmap: ${sentence}\n`);
  // What git takes for an error and not for a conflict.
  process.exitCode = process.argv[2] === 'merge-driver' ? 129 : 70;
}

if (major < 20 || (major === 20 && minor < 19)) refuse(`Node ${process.versions.node} is too old, 20.19 is needed`);
else if (!existsSync(program)) refuse(`not built: run npm install in ${resolve(__dirname, '..')}`);
else {
  require(program)
    .run(process.argv.slice(2))
    .then((/** @type {number} */ status) => {
      process.exitCode = status;
    });
}
