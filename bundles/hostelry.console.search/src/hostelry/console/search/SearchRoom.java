package hostelry.console.search;

import hostelry.api.Tags;
import hostelry.console.kit.Branch;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Furniture;
import hostelry.console.kit.Room;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.Target;
import hostelry.console.kit.Verb;
import hostelry.console.kit.Verb.Needs;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Bookmark;
import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.Host;
import hostelry.model.Tag;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The room of words to find things by. */
public final class SearchRoom implements Room {
    @Override
    public void furnish(Desk desk, Furniture furniture) {
        TagTree tags = new TagTree(desk);
        furniture.add(new Branch("searches", "Saved searches", Icon.STAR, 20, Bookmark.class, () -> bookmarks(desk), Set.of(Bookmark.class),
                new Shelf.Empty("A search under a name, a click away.\nWrite one above, then click the star beside it.", "bookmark.new")));
        furniture.add(new Branch("tags", "Tags", Icon.TAG, 30, Tag.class, tags::leaves, Set.of(Tag.class, Host.class),
                new Shelf.Empty("Words of your own on machines, hosts, templates and people; a click on one shows what has it.",
                        "tag.new")));
        bookmarkVerbs(desk).forEach(furniture::add);
        tagVerbs(desk, tags).forEach(furniture::add);
        furniture.add(tagging(desk, "vm", Vm.class, Vm::getTags));
        furniture.add(tagging(desk, "host", Host.class, Host::getTags));
        furniture.add(tagging(desk, "template", Template.class, Template::getTags));
        furniture.add(tagging(desk, "user", User.class, User::getTags));
        furniture.add(tagging(desk, "group", Group.class, Group::getTags));
    }

    private static List<Branch.Leaf> bookmarks(Desk desk) {
        return desk.estate().all(Bookmark.class).stream().sorted(Comparator.comparing(Entity::getName, Words.NATURAL))
                .map(one -> new Branch.Leaf(Target.search(Words.orEmpty(one.getValue())), one.getName(), Icon.SEARCH, one, List.of()))
                .toList();
    }

    private static List<Verb<Bookmark>> bookmarkVerbs(Desk desk) {
        return List.of(
                Verb.fresh("bookmark.new", "Save search…", Icon.STAR, Bookmark.class, "", () -> new BookmarkDialog(desk, null).open()),
                new Verb<>("bookmark.edit", "Edit…", Icon.EDIT, Bookmark.class, Needs.ONE, "UpdateBookmark", one -> "", "F2", true,
                        some -> new BookmarkDialog(desk, some.get(0)).open()),
                new Verb<>("bookmark.delete", "Remove…", Icon.DELETE, Bookmark.class, Needs.SOME, "RemoveBookmark", one -> "", "Del", true,
                        some -> remove(desk, "Remove saved searches", "This forgets them; what they find stays:", some,
                                (tags, caller, id) -> tags.removeBookmark(caller, id))));
    }

    private static List<Verb<Tag>> tagVerbs(Desk desk, TagTree tree) {
        return List.of(Verb.fresh("tag.new", "New tag…", Icon.NEW, Tag.class, "", () -> new TagDialog(desk, tree, null, null).open()),
                new Verb<>("tag.inside", "New tag inside…", Icon.NEW, Tag.class, Needs.ONE, "", one -> "", "", true,
                        some -> new TagDialog(desk, tree, null, some.get(0)).open()),
                new Verb<>("tag.edit", "Rename or move…", Icon.EDIT, Tag.class, Needs.ONE, "UpdateTag", one -> "", "F2", true,
                        some -> new TagDialog(desk, tree, some.get(0), null).open()),
                new Verb<>("tag.delete", "Remove…", Icon.DELETE, Tag.class, Needs.SOME, "RemoveTag", one -> "", "Del", true,
                        some -> remove(desk, "Remove tags", "This takes them, and those inside them, off everything:",
                                some.stream().flatMap(tag -> tree.withInner(tag).stream()).distinct().toList(), some,
                                (tags, caller, id) -> tags.remove(caller, id))));
    }

    /** Asks the engine to remove one. */
    private interface Removing {
        hostelry.api.Act<Void> ask(Tags tags, hostelry.api.Caller caller, String id);
    }

    private static <T extends Entity> void remove(Desk desk, String title, String sentence, List<T> some, Removing removing) {
        remove(desk, title, sentence, some, some, removing);
    }

    private static <T extends Entity> void remove(Desk desk, String title, String sentence, List<T> named, List<T> some,
            Removing removing) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(),
                new ConfirmDialog.Question(title, sentence, named.stream().map(Entity::getName).toList(), "Remove", true)).ask();
        if (sure) {
            some.forEach(one -> desk.acts().ask("Remove " + one.getName(),
                    engine -> removing.ask(engine.service(Tags.class), engine.caller(), one.getId())));
        }
    }

    private static <T extends Entity> Verb<T> tagging(Desk desk, String id, Class<T> noun, Function<T, List<String>> tags) {
        return new Verb<>(id + ".tags", "Tags…", Icon.TAG, noun, Needs.SOME, "", one -> "", "", false,
                some -> new TaggingDialog<>(desk, some, tags).open());
    }
}
