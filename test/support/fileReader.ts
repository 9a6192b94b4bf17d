/** The program of the threads that read files, from the sources. */
export const fileReader = new URL('./fileReaderThread.js', import.meta.url);
