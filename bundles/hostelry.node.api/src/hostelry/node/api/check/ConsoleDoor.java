package hostelry.node.api.check;

import hostelry.node.api.Consoles;
import hostelry.node.api.NodeFault;
import java.util.function.Consumer;

/** The door before the serial lines of guests. */
final class ConsoleDoor implements Consoles {
    private final Consoles node;

    ConsoleDoor(Consoles node) {
        this.node = node;
    }

    @Override
    public Line open(String id, Consumer<byte[]> said, Consumer<String> ended) throws NodeFault {
        DomainDoor.id(id);
        Line line = node.open(id, said, ended);
        return new Line() {
            @Override
            public void type(byte[] bytes) throws NodeFault {
                Words.between("The number of bytes that are typed", bytes.length, 1, MOST);
                line.type(bytes);
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
