/** The log's word for what was done: "create-job-role". */
export const actionOf = (verb: string, { noun }: { noun: string }): string => `${verb}-${noun.replaceAll(' ', '-')}`
