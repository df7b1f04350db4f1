// better-sqlite3 13 dies without a word below Node 22: say it first.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) throw new Error(`Tests run on the pinned Node 24, found ${process.version}: start them with npm or npx, which use node_modules/.bin/node.`);
