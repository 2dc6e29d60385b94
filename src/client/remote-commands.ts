import { REMOTE_COMMANDS, type RemoteCommand } from "./messages.ts";

/** Whether a command may be sent by another window. */
export function isRemote(command: string): command is RemoteCommand {
  return (REMOTE_COMMANDS as readonly string[]).includes(command);
}
