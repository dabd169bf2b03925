package hostelry.engine.search.fields;

import hostelry.model.Bookmark;
import hostelry.model.Group;
import hostelry.model.Host;
import hostelry.model.Tag;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;

/** Tags and bookmarks. */
final class WordFields {
    private WordFields() {}

    static Table<Tag> tags() {
        return new Table<>(Tag.class, "Tags", "tag").basics()
                .link("parent", "the tag above it", Tag.class, Tag::getName, Tag::getParent)
                .beside(Vm.class, Way.backMany(Vm::getTags))
                .beside(Host.class, Way.backMany(Host::getTags))
                .beside(Template.class, Way.backMany(Template::getTags))
                .beside(User.class, Way.backMany(User::getTags))
                .beside(Group.class, Way.backMany(Group::getTags));
    }

    static Table<Bookmark> bookmarks() {
        return new Table<>(Bookmark.class, "Bookmarks", "bookmark").basics()
                .main("value", "the search that it stands for", Bookmark::getValue);
    }
}
