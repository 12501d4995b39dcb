import type { Socket } from "node:net";
import { toBytes } from "./bson.js";
import type { CommandRunner } from "./command-runner.js";
import { FrameReader } from "./frame-reader.js";
import { hello } from "./handshake.js";
import { MalformedMessage } from "./malformed-message.js";
import { readRequest } from "./request.js";
import { messageReply, OPCODE, queryReply, readHeader, readMessage } from "./wire-messages.js";

/**
 * Serves one client until it leaves: one message at a time, answered in order. Bytes that are not
 * the protocol close this connection and touch no other.
 */
export async function serve(socket: Socket, address: string, runner: CommandRunner): Promise<void> {
  const frames = new FrameReader();
  socket.setNoDelay(true);
  // A client that hangs up while it is being answered is nothing to report.
  socket.on("error", () => undefined);
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      for (const frame of frames.push(chunk)) {
        const reply = await answer(frame, address, runner);
        if (reply !== undefined) socket.write(reply);
      }
    }
  } catch {
    // Either the bytes are malformed or the client has gone: there is nobody to tell.
  } finally {
    socket.destroy();
  }
}

async function answer(frame: Buffer, address: string, runner: CommandRunner): Promise<Buffer | undefined> {
  const { opcode, requestId } = readHeader(frame);
  switch (opcode) {
    case OPCODE.query:
      return queryReply(requestId, toBytes(hello(address)));
    case OPCODE.message: {
      const message = readMessage(frame);
      const document = await runner.answer(readRequest(message));
      return message.wantsReply ? messageReply(requestId, toBytes(document)) : undefined;
    }
    default:
      throw new MalformedMessage(`opcode ${String(opcode)} is not known`);
  }
}
