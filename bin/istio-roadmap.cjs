#!/usr/bin/env node
// The process: arguments in, exit status out, and the terminal as it was.
const { closeSync, existsSync, fstatSync, openSync, writeSync } = require('node:fs');
const { join, resolve } = require('node:path');

const [major, minor] = process.versions.node.split('.').map(Number);
const program = join(__dirname, '..', 'dist', 'main.cjs');

/** @param {string} sentence */
function refuse(sentence) {
  writeSync(2, `istio-roadmap: ${sentence}\n`);
  // What git takes for an error and not for a conflict.
  process.exitCode = process.argv[2] === 'merge-driver' ? 129 : 70;
}

/** Whether there may be a terminal. To be sure of it would load Node's network code. */
function isDevice(/** @type {number} */ descriptor) {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false; // closed
  }
}

// Where Node ends, by itself or by a signal, it gives each terminal on descriptors 0 to 2 the settings back that it had at the
// start. Another program of the pipeline, such as fzf or less, may be at that terminal by then and would lose its own settings.
process.on('exit', () => {
  for (const descriptor of [0, 1, 2]) {
    if (!isDevice(descriptor)) continue;
    try {
      closeSync(descriptor);
      // Takes the number that became free, so that no other file gets it and then what was meant for the terminal.
      openSync('/dev/null', 'r+');
    } catch {
      // Without /dev/null it stays closed, which Node passes over as well.
    }
  }
});
// Ctrl-C in less reaches the program that still writes to it. Without a listener that came and went, Node would end it here.
if ((isDevice(0) || isDevice(2)) && !isDevice(1)) {
  const none = () => {};
  process.on('SIGINT', none).off('SIGINT', none);
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
