import "./app.css";
import "@hotwired/turbo";
