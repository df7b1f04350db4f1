throw new Error("import of 'electron' in a worker thread: Electron has none there either");
